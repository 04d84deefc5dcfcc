import { bettiol2017 } from "./bettiol-2017/family.ts";
import { canello2022 } from "./canello-2022/family.ts";
import { canelloPavone } from "./canello-pavone/family.ts";
import type { Family } from "./family.ts";
import { freeman2007 } from "./freeman-2007/family.ts";
import { gancarczyk2017 } from "./gancarczyk-2017/family.ts";

/** Every family that ships, with its tables and targets: who needs worlds or specifications alone imports a catalogue. */
export const families: readonly Family[] = [
  canello2022,
  canelloPavone,
  bettiol2017,
  freeman2007,
  gancarczyk2017,
];
