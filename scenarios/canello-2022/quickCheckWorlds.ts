import type { Preset } from "../family.ts";

/**
 * The world of the quick check: the index alone, with popular destinations and no observed characteristic that matters,
 * in 107 provinces. 20 warm-up years are the default. `base` gives about 7 % of active firms, 1.46 % entry and 20.6 % exit.
 */
export const quickCheckWorlds: readonly Preset[] = [
  {
    name: "canello-2022/quick-check",
    summary: "Popular destinations, no characteristic that matters: the world of the quick check",
    parameters: {
      provinceVintage: 107,
      base: -2.83,
      imitationSame: 0,
      provinceDestinationFitSd: 0,
      controls: {
        size: 0,
        labourProductivity: 0,
        supplier: 0,
        financialConstraints: 0,
        capitalIntensiveTechnology: 0,
        exportingExperience: 0,
        domesticOutsourcingExperience: 0,
        government: 0,
        corruption: 0,
        infrastructureQuality: 0,
        averageEmployeeWages: 0,
        population: 0,
        migrantFirmShare: 0,
      },
    },
  },
];
