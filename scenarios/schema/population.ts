import * as z from "zod/mini";
import { choice, parameterNotes, real, whole } from "./parameter.ts";

/** Who lives in the world, where, and which years are written down. */
export const populationParameters = {
  firms: whole(15_902, 1, 1_000_000, {
    mechanism: "core",
    meaning: "Micro and small enterprises",
    unit: "firms",
    source: "Canello (2022), estimation sample",
  }),
  provinceVintage: z._default(z.literal([103, 107, 110]), 103).register(parameterNotes, {
    range: "103, 107, 110",
    mechanism: "core",
    meaning: "Which set of Italian provinces: 103 of 1995–2005, 107 of 2017–2025, 110 of 2009–2016",
    unit: "category",
    source: "ISTAT; data of 2006 on the old base need the 103",
  }),
  provinceSizes: choice(["mixture", "equal"], "mixture", {
    mechanism: "core",
    meaning: "Firms per province: many small provinces and a few districts, or all provinces alike",
    unit: "category",
    source:
      "mixture from the firms dropped in columns H and I of Canello (2022) Table 4; which province is large is [A]",
    neutral: "equal",
  }),
  footwearShare: real(0.34, 0, 1, {
    mechanism: "core",
    meaning: "Share of firms in footwear, the rest in clothing",
    unit: "share",
    source: "Canello & Pavone (draft) Table 1: 255 of 741 active firms",
  }),
  geographySeed: choice(["italy", "replication"], "italy", {
    mechanism: "core",
    meaning: "Province characteristics drawn once for all histories, or anew in every replication",
    unit: "category",
    source: "[A] a country does not change between replications",
  }),
  firstYear: whole(2006, 1900, 2100, {
    mechanism: "core",
    meaning: "First recorded year; the initial state of the panel",
    unit: "calendar year",
    source: "Canello (2022): IMEFAS 2006–12",
  }),
  recordedYears: whole(7, 3, 60, {
    mechanism: "core",
    meaning: "Recorded years, the first of which only gives the initial state",
    unit: "years",
    source: "Canello (2022): 2006–12",
  }),
  warmUpYears: whole(20, 2, 200, {
    mechanism: "core",
    meaning:
      "Years simulated from a world with nobody abroad to the end of the first recorded one, that one included",
    unit: "years",
    source: "[Q] the share of active firms is steady after 20",
  }),
  surveyRule: choice(["balanced", "unbalanced"], "balanced", {
    mechanism: "A15",
    meaning: "Firms of the panel: those surveyed in all recorded years, or every firm-year surveyed",
    unit: "category",
    source: "Canello (2022): firms present in all years 2006–12",
  }),
  surveyedProvinces: whole(0, 0, 110, {
    mechanism: "A15",
    meaning:
      "Provinces whose firms are surveyed, drawn at random in every replication, fewer always among more; 0 for all",
    unit: "provinces",
    source: "[A] for studies of how many provinces are needed; peers elsewhere are there all the same",
    neutral: 0,
  }),
  turnoverCeiling: real(0, 0, 1_000_000, {
    mechanism: "A15",
    meaning: "Turnover above which a firm is not surveyed; 0 for none",
    unit: "EUR million",
    source: "Canello (2022): 7.5, the frame of the sector studies",
    neutral: 0,
  }),
  closureSeenAs: choice(["nothing", "backshoring"], "nothing", {
    mechanism: "A15",
    meaning:
      "What a closure abroad looks like in an unbalanced survey: the firm is gone, or its spells have ended",
    unit: "category",
    source: "[A]",
    neutral: "nothing",
  }),
};
