/** A whole number in an address, as it is written: digits only. */
import { Transform } from 'class-transformer';

/** Number() would also read '0x10', '1e1' and ' 1'. */
export const WholeNumber = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  );
