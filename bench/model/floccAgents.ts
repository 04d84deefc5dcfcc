import { Agent, Environment } from "flocc";
import { normalCdf } from "../../numerics/normal.ts";
import { decisionDraws, type Implementation, model, placements } from "./declaration.ts";

/**
 * One agent a firm, as flocc's own examples are written: data by name, a tick that returns the agent's new data,
 * which flocc sets when all agents have decided. A year's draws are taken before its tick, so that the decisions do
 * not depend on the order in which agents act.
 *
 * @param randomizeOrder whether flocc shuffles the agents before every tick, as it does unless told not to.
 */
export function floccAgents(name: string, randomizeOrder: boolean): Implementation {
  return {
    name,
    found() {
      const place = placements();
      const environment = new Environment();
      const nowhere = () => new Array<number>(model.destinations).fill(0);
      for (let firm = 0; firm < model.firms; firm++) {
        const agent = new Agent({ firm, province: place(), active: nowhere(), activeBefore: nowhere() });
        agent.set("tick", decide);
        environment.addAgent(agent);
      }
      return {
        simulateYear(year) {
          const draw = decisionDraws(year);
          environment.set("draws", Float64Array.from({ length: model.firms * model.destinations }, draw));
          environment.set("peers", countPeers(environment));
          environment.tick({ randomizeOrder });
        },
        statuses: () => Uint8Array.from(environment.getAgents().flatMap((agent) => agent.get("active"))),
      };
    },
  };
}

/** Years active of t − 1 and t − 2, summed over the firms of a province, by province and destination. */
function countPeers(environment: Environment): number[][] {
  const peers = Array.from({ length: model.provinces }, () => new Array<number>(model.destinations).fill(0));
  for (const agent of environment.getAgents()) {
    const here = peers[agent.get("province")];
    const active = agent.get("active");
    const activeBefore = agent.get("activeBefore");
    for (let destination = 0; destination < model.destinations; destination++) {
      here[destination] += active[destination] + activeBefore[destination];
    }
  }
  return peers;
}

function decide(agent: Agent): object {
  const draws = agent.environment.get("draws");
  const here = agent.environment.get("peers")[agent.get("province")];
  const firstDraw = agent.get("firm") * model.destinations;
  const active = agent.get("active");
  const activeBefore = agent.get("activeBefore");
  const next = model.offset.map((offset, destination) => {
    const own = active[destination] + activeBefore[destination];
    const index =
      model.base +
      offset +
      model.stateDependence * active[destination] +
      (model.imitation * (here[destination] - own)) / 2;
    return draws[firstDraw + destination] < normalCdf(index) ? 1 : 0;
  });
  return { active: next, activeBefore: active };
}
