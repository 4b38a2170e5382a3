/** Counts the lines of a CSV file while it comes, however it is cut into pieces. */

const quotationMark = 0x22;
const lineFeed = 0x0a;

export class CsvCount {
  /** Lines that have ended. */
  lines = 0;
  bytes = 0;
  private isQuoted = false;

  /** A line feed between quotation marks is a part of a field; a doubled mark opens and closes at once. */
  take(piece: Uint8Array): void {
    this.bytes += piece.length;
    for (const byte of piece) {
      if (byte === quotationMark) this.isQuoted = !this.isQuoted;
      else if (byte === lineFeed && !this.isQuoted) this.lines += 1;
    }
  }
}
