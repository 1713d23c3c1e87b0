export interface ByteReader {
  /** Up to the next line feed, without it; undefined at the end. */
  line(): Promise<string | undefined>;
  /** @returns undefined when they were not to be kept */
  take(count: number, keep: boolean): Promise<Buffer | undefined>;
}

/** Reads what a process prints, line by line and in stretches of bytes. */
export function byteReader(stream: AsyncIterable<Buffer>): ByteReader {
  const chunks = stream[Symbol.asyncIterator]();
  let chunk: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const { done, value } = await chunks.next();
    if (done === true) return false;
    chunk = value;
    return true;
  };
  const take = async (count: number, keep: boolean): Promise<Buffer | undefined> => {
    const parts: Buffer[] = [];
    for (let left = count; left > 0;) {
      if (chunk.length === 0 && !(await more())) break;
      const part = chunk.subarray(0, left);
      if (keep) parts.push(part);
      chunk = chunk.subarray(part.length);
      left -= part.length;
    }
    return keep ? Buffer.concat(parts) : undefined;
  };
  return {
    take,
    async line() {
      let text = "";
      for (;;) {
        const at = chunk.indexOf(10);
        text += chunk.subarray(0, at < 0 ? chunk.length : at).toString("latin1");
        if (at >= 0) {
          chunk = chunk.subarray(at + 1);
          return text;
        }
        if (!(await more())) return text === "" ? undefined : text;
      }
    },
  };
}
