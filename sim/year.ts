import { candidateFirms, everyFirm } from "./decisions/candidateFirms.ts";
import { type Decisions, decide } from "./decisions/decide.ts";
import { decisionIndex } from "./decisions/decisionIndex.ts";
import { exitHazard } from "./decisions/entryExit.ts";
import { renewFirmIndex, renewLargestPairEffect } from "./decisions/firmIndex.ts";
import { indexTables } from "./decisions/indexTables.ts";
import { ageFirms } from "./firms/firms.ts";
import { bearFirms } from "./mechanisms/births.ts";
import { moveCaptiveFirms } from "./mechanisms/captiveFirms.ts";
import { drawShocks } from "./mechanisms/correlatedShocks.ts";
import { closeFirms } from "./mechanisms/datedShocks.ts";
import { carryVolumes, switchDestinations } from "./mechanisms/destinationSwitch.ts";
import { redrawPairEffectGivenInitialState } from "./mechanisms/heterogeneity.ts";
import { drawHeldFirms } from "./mechanisms/moverStayer.ts";
import { sendPioneers } from "./mechanisms/pioneers.ts";
import { moveProfits } from "./mechanisms/profits.ts";
import { cutVolumes } from "./mechanisms/reducedVolume.ts";
import { updateSupplierBase } from "./mechanisms/supplierBase.ts";
import { learn, matchSuppliers } from "./mechanisms/vicariousLearning.ts";
import { growVolumes } from "./mechanisms/volumeGrowth.ts";
import { countMarkets } from "./phases/countMarkets.ts";
import { interruptSpells } from "./phases/interruptSpells.ts";
import { type Observation, observePeers } from "./phases/observePeers.ts";
import { rememberSetUps, reviewSetUps } from "./phases/reviewSetUps.ts";
import { startSpells } from "./phases/startSpells.ts";
import { drawDecisions } from "./random/decisionDraws.ts";
import { recordNewFirms } from "./recording/newFirms.ts";
import { recordColumns, recordFlows } from "./recording/recording.ts";
import { addPeerEffects } from "./truth/peerEffect.ts";
import type { World } from "./world.ts";

/**
 * One year, in its fixed order:
 * shocks → observe peers → large firms → decide → match supplier → produce and learn → demography → record.
 *
 * @param withPanel whether panel and flows are written; without, the world is not for `historyOf`.
 */
export function simulateYear(world: World, withTruth: boolean, withPanel = true): void {
  const { scenario, key, pairs, firms, destinations } = world;
  const year = world.year + 1;
  // Years beyond the recorded ones can be simulated, but the panel has no rows for them.
  const recorded = year > scenario.firstYear && year < scenario.firstYear + scenario.recordedYears;

  bearFirms(world, year);
  drawShocks(world, year);

  const observation = observePeers(world);
  const written = recorded && withPanel;
  if (withPanel && year === scenario.firstYear + 1) recordColumns({ world, observation, year }, "once");
  if (written) recordNewFirms({ world, observation, year });
  if (written) recordColumns({ world, observation, year }, "start");

  const remembered = year >= scenario.firstYear;
  moveCaptiveFirms(world.captives, key, year, world.cellFirms.length, destinations, remembered);

  drawHeldFirms(world, year);
  const taken = takeDecisions(world, observation, year, recorded && withTruth);
  const decided = sendPioneers(world, taken, year);
  const reduced = reviewSetUps(world, decided, year);

  const moved = switchDestinations(world, decided, year);
  const decisions = interruptSpells(world, moved, year);

  const activeBefore = pairs.active.slice();
  startSpells(world, observation, decisions);
  carryVolumes(world);
  rememberSetUps(world, decisions, reduced, activeBefore, year);
  if (scenario.decision.kind === "behavioural") matchSuppliers(world, decisions, year);

  if (scenario.decision.kind === "behavioural") {
    learn(world, decisions, year);
    cutVolumes(world, decisions, year);
  }
  growVolumes(world, decisions, year);
  moveProfits(world, year);
  if (recorded) {
    ageFirms(firms, key, year, world.register === null, world.shared);
    renewFirmIndex(world, year);
  }
  updateSupplierBase(world, decisions);

  closeFirms(world, year);

  countMarkets(world, decisions, reduced, year);
  if (year === scenario.firstYear) rememberInitialState(world);
  if (written) {
    recordColumns({ world, observation, year }, "end");
    recordFlows(world, activeBefore, decisions, year);
  }
  world.year = year;
}

/** @param withTruth whether the effect of a peer is added up; it takes the index of every firm. */
function takeDecisions(world: World, observation: Observation, year: number, withTruth: boolean): Decisions {
  const byHazard = world.scenario.decision.kind === "entryExit";
  const { uniforms } = world.workspace;
  drawDecisions(world, year);
  const tables = indexTables(world, observation, year, withTruth);
  const candidates = withTruth ? everyFirm(world) : candidateFirms(world, observation, tables);
  const index = decisionIndex(world, observation, tables, candidates);
  if (withTruth) addPeerEffects(world, index, uniforms, byHazard);
  return decide(world, index, byHazard ? exitHazard(world) : null, uniforms, candidates);
}

function rememberInitialState(world: World): void {
  world.pairs.initial.set(world.pairs.active);
  if (world.scenario.decision.kind === "dynamicProbit") {
    redrawPairEffectGivenInitialState(world);
    renewLargestPairEffect(world);
  }
}
