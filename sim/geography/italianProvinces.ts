// Made by scripts/make-geography.mjs from data/*.csv; do not edit.
import type { Province } from "./province.ts";

/** Macro-area, region, and code and name of its provinces: once each, because the browser loads this. */
type Region = readonly [macroArea: string, region: string, provinces: string];

const today: readonly Region[] = [
  [
    "North-West",
    "Piemonte",
    "TO Torino|VC Vercelli|BI Biella|VB Verbano-Cusio-Ossola|NO Novara|CN Cuneo|AT Asti|AL Alessandria",
  ],
  ["North-West", "Valle d'Aosta/Vallée d'Aoste", "AO Valle d'Aosta/Vallée d'Aoste"],
  ["North-West", "Liguria", "IM Imperia|SV Savona|GE Genova|SP La Spezia"],
  [
    "North-West",
    "Lombardia",
    "VA Varese|CO Como|LC Lecco|SO Sondrio|BG Bergamo|BS Brescia|PV Pavia|LO Lodi|CR Cremona|MN Mantova|MI Milano|MB Monza e della Brianza",
  ],
  ["North-East", "Trentino-Alto Adige/Südtirol", "BZ Bolzano/Bozen|TN Trento"],
  ["North-East", "Veneto", "VR Verona|VI Vicenza|BL Belluno|TV Treviso|VE Venezia|PD Padova|RO Rovigo"],
  ["North-East", "Friuli-Venezia Giulia", "PN Pordenone|UD Udine|GO Gorizia|TS Trieste"],
  [
    "North-East",
    "Emilia-Romagna",
    "PC Piacenza|PR Parma|RE Reggio nell'Emilia|MO Modena|BO Bologna|FE Ferrara|RA Ravenna|FC Forlì-Cesena|RN Rimini",
  ],
  [
    "Centre",
    "Toscana",
    "MS Massa-Carrara|LU Lucca|PT Pistoia|FI Firenze|PO Prato|LI Livorno|PI Pisa|AR Arezzo|SI Siena|GR Grosseto",
  ],
  ["Centre", "Umbria", "PG Perugia|TR Terni"],
  ["Centre", "Marche", "PU Pesaro e Urbino|AN Ancona|MC Macerata|AP Ascoli Piceno|FM Fermo"],
  ["Centre", "Lazio", "VT Viterbo|RI Rieti|RM Roma|LT Latina|FR Frosinone"],
  ["South", "Abruzzo", "AQ L'Aquila|TE Teramo|PE Pescara|CH Chieti"],
  ["South", "Molise", "IS Isernia|CB Campobasso"],
  ["South", "Campania", "CE Caserta|BN Benevento|NA Napoli|AV Avellino|SA Salerno"],
  ["South", "Puglia", "TA Taranto|BR Brindisi|LE Lecce|FG Foggia|BA Bari|BT Barletta-Andria-Trani"],
  ["South", "Basilicata", "PZ Potenza|MT Matera"],
  ["South", "Calabria", "CS Cosenza|KR Crotone|CZ Catanzaro|VV Vibo Valentia|RC Reggio di Calabria"],
  [
    "Islands",
    "Sicilia",
    "TP Trapani|PA Palermo|ME Messina|AG Agrigento|CL Caltanissetta|EN Enna|CT Catania|RG Ragusa|SR Siracusa",
  ],
  ["Islands", "Sardegna", "SS Sassari|NU Nuoro|CA Cagliari|OR Oristano|SU Sud Sardegna"],
];
const lostIn2016: readonly Region[] = [
  ["Islands", "Sardegna", "OT Olbia-Tempio|OG Ogliastra|VS Medio Campidano|CI Carbonia-Iglesias"],
];
const after2005 = new Set(["MB", "FM", "BT", "SU"]);
const after2016 = new Set(["SU"]);

function provincesOf(regions: readonly Region[]): Province[] {
  return regions.flatMap(([macroArea, region, provinces]) =>
    provinces.split("|").map((text) => {
      const space = text.indexOf(" ");
      return { code: text.slice(0, space), name: text.slice(space + 1), region, macroArea };
    }),
  );
}

/** The 107 provinces of 2017–2025 (another 107 existed in 2006–2008). */
export const provinces107: readonly Province[] = provincesOf(today);

/** The 103 provinces of 1995–2005. */
export const provinces103: readonly Province[] = provinces107.filter(({ code }) => !after2005.has(code));

/** The 110 provinces of 2009–2016 (the 110 of 2026 have other borders in Sardinia). */
export const provinces110: readonly Province[] = [
  ...provinces107.filter(({ code }) => !after2016.has(code)),
  ...provincesOf(lostIn2016),
];
