import { causes, lookAlikes } from "../../scenarios/lab/lookAlikes.ts";

const effect = "msePeersSameDestination";
const placebo = "msePeersPlaceboSameDestination";
const of = (name: string) => `canello-2022/${name}`;

/** Specifications that estimate imitation, the placebo, and tests that estimate nothing; a cut of the study `identifiability`. */
export const lookAlikeMethods = {
  specifications: ["B", "C", "D", "choice-destination-industry-year"].map(of),
  placebos: [of("C-placebo")],
  tests: ["timing-shuffle", "peer-shuffle-provinces", "peer-shuffle-industries"].map(of),
} as const;

/** The study of the three worlds, as a study file has it: `bandwagon study run FILE` gives the same rows. */
export function lookAlikeDesign(seed: string, replications: number) {
  const { specifications, placebos, tests } = lookAlikeMethods;
  return {
    aim: "Which specification can tell imitation from a good location and a common shock that look like it?",
    dataGenerating: causes.map((cause) => {
      const { name, aim, scenario, set } = lookAlikes[cause];
      return { name, aim, scenario, set };
    }),
    methods: [...specifications, ...placebos, ...tests],
    estimands: [effect, placebo, `averagePartialEffect(${effect})`],
    performance: ["bias", "empiricalSe", "modelSe", "coverage", "rejection", "convergence"],
    verdict: {
      effect,
      placebos: Object.fromEntries(placebos.map((name) => [name, placebo])),
      tests: [...tests],
    },
    replications,
    seed,
  };
}
