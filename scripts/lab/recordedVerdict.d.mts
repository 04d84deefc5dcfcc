export const recordedFile: string;
export function recordedVerdict(): Promise<string>;
