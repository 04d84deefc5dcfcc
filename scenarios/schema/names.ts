/** The four destinations of Canello (2022), in the order of every per-destination array. */
export const destinationNames = ["europe", "northAfrica", "eastAsia", "other"] as const;

/** The two industries of the sector studies D07A/D07B (clothing) and D08U (footwear). */
export const industryNames = ["clothing", "footwear"] as const;
