import type { LessonName } from "../place.ts";

/** The paper of a lesson, cited in full; titles stay in their language. */
export interface Paper {
  readonly short: string;
  readonly reference: string;
  readonly link: string | null;
}

export const papers: Readonly<Record<Exclude<LessonName, "course">, Paper>> = {
  herding: {
    short: "Canello (2022)",
    reference:
      "Canello, J. (2022). Mimetic isomorphism, offshore outsourcing and backshoring decisions among micro and small enterprises. Regional Studies 56(5), 719–736.",
    link: "https://doi.org/10.1080/00343404.2021.1937596",
  },
  learning: {
    short: "Canello & Pavone",
    reference:
      "Canello, J. & Pavone, P. Offshore outsourcing and backshoring patterns in the Italian manufacturing sector: the role of learning and local spillovers. Preliminary draft, undated.",
    link: null,
  },
  districts: {
    short: "Bettiol et al. (2017)",
    reference:
      "Bettiol, M., Burlina, C., Chiarvesio, M. & Di Maria, E. (2017). From delocalisation to backshoring? Evidence from Italian industrial districts. Accepted 20 September 2017.",
    link: null,
  },
  clusters: {
    short: "Gancarczyk & Gancarczyk (2017)",
    reference:
      "Gancarczyk, M. & Gancarczyk, J. (2017). Proactive international strategies of cluster SMEs. European Management Journal, article in press (accepted 3 March 2017).",
    link: null,
  },
  return: {
    short: "Freeman (2007)",
    reference:
      "Freeman, S. (2007). An integrated framework of de-internationalization strategies for smaller born-globals. 23rd IMP Group Conference, Manchester.",
    link: null,
  },
};
