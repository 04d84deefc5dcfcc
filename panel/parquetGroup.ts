import { ByteWriter, type ColumnSource } from "hyparquet-writer";
import { type Column, missingCode } from "./table.ts";

/** Takes the next bytes of a file; what it returns is awaited before more are made. */
export type ByteSink = (bytes: Uint8Array) => void | Promise<void>;

/** Hands on what was written whenever a row group or the file is complete. */
export class SinkWriter extends ByteWriter {
  readonly #sink: ByteSink;

  constructor(sink: ByteSink) {
    super();
    this.#sink = sink;
  }

  flush(): void | Promise<void> {
    const bytes = this.getBytes().slice();
    this.index = 0;
    return this.#sink(bytes);
  }

  override finish(): void | Promise<void> {
    return this.flush();
  }
}

/** Rows `start` to `end` of a column, as one row group takes them. */
export function groupData(name: string, column: Column, start: number, end: number): ColumnSource {
  switch (column.kind) {
    case "number": {
      const values = column.values.subarray(start, end);
      const data = values.some(Number.isNaN)
        ? Array.from(values, (value) => (Number.isNaN(value) ? null : value))
        : values;
      // The writer's dictionary takes 0 and -0 for one value.
      return values.some(isNegativeZero) ? { name, data, encoding: "PLAIN" } : { name, data };
    }
    case "integer":
      return { name, data: column.values.subarray(start, end) };
    case "indicator":
      return { name, data: Int32Array.from(column.values.subarray(start, end)) };
    case "category": {
      const { levels } = column;
      const codes = column.codes.subarray(start, end);
      const missing = missingCode(codes);
      const data = Array.from(codes, (code) => (code === missing ? null : levels[code]));
      return { name, data, encoding: "RLE_DICTIONARY" };
    }
  }
}

function isNegativeZero(value: number): boolean {
  return Object.is(value, -0);
}
