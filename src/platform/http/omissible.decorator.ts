/** A field that may be left out, but not be null: class-validator's own `IsOptional` lets null pass unchecked. */
import { ValidateIf } from 'class-validator';

export const Omissible = () => ValidateIf((_, value) => value !== undefined);
