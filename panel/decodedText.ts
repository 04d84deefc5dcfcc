/** The bytes of a file are not UTF-8. */
export class NotUtf8 extends Error {
  override readonly name = "NotUtf8";
}

export type TextEncoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/** The text of bytes that come in pieces cut anywhere. Throws `NotUtf8` where they are not in that encoding; in the others every byte is something. */
export async function* decodedText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch (error) {
      throw error instanceof TypeError ? new NotUtf8() : error;
    }
  };
  for await (const piece of bytes) yield decode(piece);
  yield decode();
}
