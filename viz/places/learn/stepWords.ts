/** What every step says, in one language. */
export interface StepWords {
  readonly title: string;
  /** The one question of the step. */
  readonly question: string;
  /** What there is to see, in a few short sentences. */
  readonly lead: string;
  /** One sentence to take home. */
  readonly takeaway: string;
  readonly teacher: TeacherWords;
}

export interface TeacherWords {
  readonly aim: string;
  readonly time: string;
  /** What students usually say. */
  readonly usual: string;
  /** A question to ask. */
  readonly ask: string;
}
