import type { SelectionCheckSpecification } from "../selectionCheck.ts";
import { firmCharacteristics, largePeers, msePeers, provinceCharacteristics } from "./dynamicProbit.ts";

/**
 * The two-stage check of Table 3: spells are seen only of firms that started, so starting and the length of the spell are
 * modelled together (Boehmke, Morey & Shannon 2006). The paper says that it confirms Table 3 and prints nothing; which columns
 * it had is our reading.
 */
export const selectionCheck: SelectionCheckSpecification = {
  name: "canello-2022/selection",
  source: "Canello (2022), text beside Table 3; columns [A]",
  of: { table: "canello2022-table3", model: "III" },
  said: "said to confirm Table 3, not reported",
  /** Of starting: column C as it stood when the panel opened. */
  selection: {
    numeric: [
      ...firmCharacteristics,
      ...provinceCharacteristics,
      "migrantFirmShare",
      ...msePeers,
      ...largePeers,
    ],
    factors: ["industry", "destination", "partOfCountry"],
  },
  /** Of the spell: column III. What is not here moves starting alone. */
  duration: {
    numeric: [
      "size",
      "domesticOutsourcingExperience",
      "mainClientRevenueShare",
      "exportingExperience",
      "capitalIntensiveTechnology",
      "migrantFirmShare",
      "msePeersSameDestinationBeforeEntry",
      "largePeersSameDestinationBeforeEntry",
    ],
    factors: ["industry", "destination"],
  },
};
