import {
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
} from "hyparquet";
import { InvalidInput } from "../scenarios/invalidInput.ts";
import { phrase } from "../scenarios/phrase.ts";
import type { CodebookEntry } from "./codebook.ts";
import { type ColumnChoice, chosenColumns } from "./columnChoice.ts";
import { InvalidTable } from "./invalidTable.ts";
import { parquetColumn } from "./parquetColumn.ts";
import { codebookFromJson } from "./readCodebook.ts";
import type { Column, Table } from "./table.ts";
import { CODEBOOK_KEY } from "./writeParquet.ts";

/** A file of which parts can be read: at once in memory, or by slices from wherever it lies. */
export type ByteSource = Uint8Array | AsyncBuffer;

export interface ReadParquetOptions {
  /** The columns to read, all by default; the others are never fetched. The order stays the file's. */
  readonly columns?: ColumnChoice;
  /** Decompressors by codec, for files that are not compressed by Snappy; or how to get them, asked only for such a file. */
  readonly compressors?: Compressors | (() => Promise<Compressors>);
}

/**
 * A table from a Parquet file, one row group of one column at a time. A file that `writeParquet` made comes back as it
 * was; in another one, kinds follow the types (`parquetColumn`) and labels are sorted by code unit. Refused as
 * `InvalidTable`: a file that is not Parquet or damaged, a column of an unsupported type or compression, an
 * unknown column, a codebook in the metadata that is none. What the source's `slice` throws, or getting the
 * decompressors, comes through.
 */
export async function readParquet(source: ByteSource, options: ReadParquetOptions = {}): Promise<Table> {
  const { columns, compressors = {} } = options;
  const { file, failure, compressorsOf } = watched(
    source instanceof Uint8Array ? bytesAsFile(source) : source,
    typeof compressors === "function" ? compressors : async () => compressors,
  );
  try {
    return await readFile(file, columns, compressorsOf);
  } catch (error) {
    if (failure() !== null) throw failure();
    if (error instanceof InvalidInput) throw error;
    throw new InvalidTable({
      problem: "not-parquet",
      found: phrase`a file that cannot be read as Parquet (${error instanceof Error ? error.message : String(error)})`,
      expected: phrase`a complete Parquet file`,
    });
  }
}

async function readFile(
  file: AsyncBuffer,
  columns: ColumnChoice | undefined,
  compressorsOf: () => Promise<Compressors>,
): Promise<Table> {
  const metadata = await parquetMetadataAsync(file, { geoparquet: false });
  const elements = parquetSchema(metadata).children.map(({ element }) => element);
  const names = elements.map(({ name }) => name);
  const wanted = chosenColumns(columns, names);
  const chosen = elements.filter(({ name }) => wanted.has(name));
  const rows = Number(metadata.num_rows);
  const entries = codebookIn(metadata);
  const collectors = chosen.map((element) => parquetColumn(element, rows, entries.get(element.name)));
  const compressors = await compressorsFor(metadata, new Set(chosen.map(({ name }) => name)), compressorsOf);

  const scan = await parquetScan({ file, metadata, compressors, geoparquet: false });
  for (const range of scan.ranges) {
    for (const [place, { name }] of chosen.entries()) {
      collectors[place].fill(await scan.readColumn({ column: name, ...range }), range.rowStart);
    }
  }
  const table = new Map<string, Column>();
  chosen.forEach(({ name }, place) => {
    const column = collectors[place].finish();
    const note = entries.get(name)?.note;
    table.set(name, note ? { ...column, note } : column);
  });
  return { rows, columns: table };
}

function codebookIn(metadata: FileMetaData): Map<string, CodebookEntry> {
  const json = metadata.key_value_metadata?.find(({ key }) => key === CODEBOOK_KEY)?.value;
  return new Map(json === undefined ? [] : codebookFromJson(json).map((entry) => [entry.name, entry]));
}

/** Codecs that are read without a decompressor of the caller's. */
const OWN_CODECS = ["UNCOMPRESSED", "SNAPPY"];

async function compressorsFor(
  metadata: FileMetaData,
  chosen: ReadonlySet<string>,
  compressorsOf: () => Promise<Compressors>,
): Promise<Compressors> {
  const others = metadata.row_groups
    .flatMap(({ columns }) => columns)
    .flatMap(({ meta_data: chunk }) =>
      chunk === undefined || !chosen.has(chunk.path_in_schema[0]) || OWN_CODECS.includes(chunk.codec)
        ? []
        : [chunk],
    );
  if (others.length === 0) return {};
  const compressors = await compressorsOf();
  const readable = [...OWN_CODECS, ...Object.keys(compressors)];
  for (const chunk of others) {
    if (readable.includes(chunk.codec)) continue;
    throw new InvalidTable({
      problem: "unsupported-compression",
      column: chunk.path_in_schema[0],
      found: phrase`compression by ${chunk.codec}`,
      expected: phrase`one of ${readable.join(", ")}`,
    });
  }
  return compressors;
}

function bytesAsFile(bytes: Uint8Array): AsyncBuffer {
  return {
    byteLength: bytes.byteLength,
    // Not `bytes.slice`: on a Node Buffer, which is a Uint8Array too, that is a view of a larger buffer.
    slice: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer,
  };
}

/** The same, and whatever they threw: a failed read must not pass for a damaged file. */
function watched(file: AsyncBuffer, compressorsOf: () => Promise<Compressors>) {
  let failure: unknown = null;
  const noted = async <Value>(work: () => Value | Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      failure = error;
      throw error;
    }
  };
  return {
    file: {
      byteLength: file.byteLength,
      slice: (start: number, end?: number) => noted(() => file.slice(start, end)),
    },
    compressorsOf: () => noted(compressorsOf),
    failure: () => failure,
  };
}
