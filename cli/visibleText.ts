/**
 * Text for a terminal: control characters, which could move its cursor or change its colours, become visible signs
 * (escape is ␛), and so do those that turn the direction of writing. Line ends stay.
 */
export function visibleText(text: string): string {
  return text.replace(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, (control) => {
    const code = control.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "␡" : "�";
  });
}
