import type { Scenario } from "../../scenarios/index.ts";
import { considerations } from "../mechanisms/consideration.ts";
import { type AnswerDraws, categoryBy, ratingAround } from "./answerDraws.ts";
import type { LastYear } from "./lastYear.ts";

/** Positions of the destinations. */
const [europe, northAfrica, eastAsia, elsewhere] = [0, 1, 2, 3];

/** Where in Europe, as the destinations do not say: 56.5 % name the Union and 47.5 % its east, several answers allowed. */
const inEurope = { unionOnly: 0.41, eastOnly: 0.3, both: 0.29 };

/** Firms that say neither that work was added nor that it replaced any: 2 of 62. */
const countrySpecific = 2 / 62;

/** What firms abroad say of where they are, since when, what it did, and whether they think of coming back or nearer. */
export function answersOnMoves(
  all: LastYear,
  sample: readonly number[],
  scenario: Scenario,
  draw: AnswerDraws,
) {
  const stories = sample.map((at) => (all.abroad[at] ? storyOf(all, at, scenario, draw) : null));
  const of = (answer: (story: Story) => number | boolean) =>
    Float64Array.from(stories, (story) => (story === null ? Number.NaN : Number(answer(story))));
  const ofSome = (asked: (story: Story) => boolean, answer: (story: Story) => number | boolean) =>
    of((story) => (asked(story) ? answer(story) : Number.NaN));
  const inEmerging = ({ emerging }: Story) => emerging;
  const considering = ({ emerging, nearer, home }: Story) => emerging && (nearer || home);
  const backshored = ({ emerging, returnYear }: Story) => emerging && returnYear > 0;
  return {
    suppliersEuropeanUnion: of(({ union }) => union),
    suppliersEasternEurope: of(({ east }) => east),
    suppliersFarEast: of(({ farEast }) => farEast),
    emergingEconomies: of(inEmerging),
    startYear: of(({ startYear }) => startYear),
    startOfSourcing: of(
      ({ startYear }) => Number(startYear >= 2000) + Number(startYear >= 2008) + Number(startYear >= 2015),
    ),
    offshoringEffect: of(({ effect }) => effect),
    setUp: of(({ setUp }) => setUp),
    consideredNearshoring: ofSome(inEmerging, ({ nearer }) => nearer),
    consideredBackshoring: ofSome(inEmerging, ({ home }) => home),
    considerationStage: ofSome(considering, backshored),
    motiveMadeIn: ofSome(considering, ({ motives }) => motives.madeIn),
    motiveCustomerService: ofSome(considering, ({ motives }) => motives.service),
    motiveCoLocation: ofSome(considering, ({ motives }) => motives.coLocation),
    backshoringYear: ofSome(backshored, ({ returnYear }) => returnYear),
    backshoringObject: ofSome(backshored, ({ object }) => object),
  };
}

type Consideration = (typeof considerations)[number];

interface Story {
  readonly union: boolean;
  readonly east: boolean;
  readonly farEast: boolean;
  readonly emerging: boolean;
  readonly startYear: number;
  readonly effect: number;
  readonly setUp: number;
  readonly nearer: boolean;
  readonly home: boolean;
  /** 0 for none. */
  readonly returnYear: number;
  readonly object: number;
  readonly motives: { readonly madeIn: number; readonly service: number; readonly coLocation: number };
}

function storyOf(all: LastYear, at: number, scenario: Scenario, draw: AnswerDraws): Story {
  const { firm, destinations } = all;
  const of = firm.firm[at] - 1;
  const is = (flags: Uint8Array, destination: number) => flags[destinations * at + destination] === 1;
  const area = categoryBy([inEurope.unionOnly, inEurope.eastOnly, inEurope.both], draw(of, 10));
  const east = is(all.active, europe) && area > 0;
  const far = [northAfrica, eastAsia, elsewhere];
  const returnYear = firm.partialReturnYear[at];
  const thinksOf = (word: Consideration) =>
    (east ? [europe, ...far] : far).some(
      (each) => considerations[all.considers[destinations * at + each]] === word,
    );
  const home = returnYear > 0 || thinksOf("home");
  return {
    union: is(all.active, europe) && area !== 1,
    east,
    farEast: is(all.active, eastAsia),
    emerging: east || far.some((each) => is(all.active, each)),
    startYear: firm.firstStartYear[at],
    effect: draw(of, 12) < countrySpecific ? 3 : firm.offshoringEffect[at] - 1,
    setUp: firm.setUp[at],
    nearer: !home && thinksOf("nearer"),
    home,
    returnYear,
    object: categoryBy([2, 1, 1, 1], draw(of, 13)),
    motives: motivesOf(all, at, scenario, draw),
  };
}

/**
 * Ratings of motives. Those of C6 and C7 have a mean of `indifferent`, and up to two points more the more the mechanism pulls
 * the firm home (two at 0.4 probit); the third is drawn around the published mean.
 */
function motivesOf({ firm }: LastYear, at: number, scenario: Scenario, draw: AnswerDraws): Story["motives"] {
  const of = firm.firm[at] - 1;
  const lastYear = scenario.firstYear + scenario.recordedYears - 1;
  const premium = Math.min(1, Math.max(0, scenario.madeInRise * (lastYear - scenario.madeInStart)));
  const madeIn = scenario.madeInWeight * premium * firm.consumerGoods[at];
  const coLocation = scenario.distancePenalty * firm.research[at];
  return {
    madeIn: ratingAround(indifferent + pull(madeIn), draw, of, 52),
    service: ratingAround(3.65, draw, of, 56),
    coLocation: ratingAround(indifferent + pull(coLocation), draw, of, 60),
  };
}

const indifferent = 3;

function pull(index: number): number {
  return 2 * Math.min(1, index / 0.4);
}
