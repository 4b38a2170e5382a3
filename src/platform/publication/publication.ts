/** Who publishes: what a publisher changes without touching code, read from `publication.json` at start. */
import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsInt,
  IsOptional,
  IsString,
  IsTimeZone,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { type Palette, colourPattern } from './colours.rules.js';

/** A file of the publication's own folder. */
const fileName = /^[\w-]+(\.[\w-]+)*\.(svg|png|webp|avif|jpe?g|ico)$/;
const aFile = { message: 'must name an image of the publication folder, like logo.svg' };

export class Logo {
  @Matches(fileName, aFile)
  file: string;

  /** CSS pixels, so that its place is kept before it arrives. */
  @IsInt()
  @Min(1)
  @Max(2000)
  width: number;

  @IsInt()
  @Min(1)
  @Max(2000)
  height: number;
}

export class NavigationLink {
  @IsString()
  @Length(1, 60)
  label: string;

  /** A path of this site, or a page elsewhere. */
  @Matches(/^(\/(?!\/)[!-~]*|https:\/\/[!-~]+)$/, {
    message: 'must be a path that begins with /, or an https:// address',
  })
  href: string;
}

const aColour = { message: 'must be a colour like #a02c1b' };

export class Colours implements Partial<Palette> {
  @IsOptional()
  @Matches(colourPattern, aColour)
  paper?: string;

  @IsOptional()
  @Matches(colourPattern, aColour)
  ink?: string;

  /** Small voices: dates, captions. */
  @IsOptional()
  @Matches(colourPattern, aColour)
  soft?: string;

  /** Thin lines. */
  @IsOptional()
  @Matches(colourPattern, aColour)
  hair?: string;

  /** Boxes on the paper. */
  @IsOptional()
  @Matches(colourPattern, aColour)
  tint?: string;

  @IsOptional()
  @Matches(colourPattern, aColour)
  accent?: string;

  @IsOptional()
  @Matches(colourPattern, aColour)
  alarm?: string;
}

export class ColoursByLight {
  @IsOptional()
  @ValidateNested()
  @Type(() => Colours)
  light?: Colours;

  @IsOptional()
  @ValidateNested()
  @Type(() => Colours)
  dark?: Colours;
}

const fontFamilies = /^[\w ,'"-]+$/;
const families = { message: "must be font families like 'Iowan Old Style', Georgia, serif" };

export class Fonts {
  /** Of headlines and articles. */
  @IsOptional()
  @Length(1, 300)
  @Matches(fontFamilies, families)
  text?: string;

  /** Of everything that serves the text and is not the text. */
  @IsOptional()
  @Length(1, 300)
  @Matches(fontFamilies, families)
  small?: string;
}

export class Publication {
  @IsString()
  @Length(1, 80)
  name: string;

  /** The line under the name on the front page. */
  @IsString()
  @Length(0, 200)
  motto = '';

  /** BCP 47: what the pages and mails are written in, like `en`, `en-GB` or `de`. */
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: 'must be a language like en or de-AT' })
  language = 'en';

  /** IANA name; every date on the pages and in mails is told in this zone. */
  @IsTimeZone()
  timeZone = 'UTC';

  /** Where questions about a membership go. */
  @IsEmail({ require_tld: false })
  helpEmail: string;

  /** Stands in the masthead instead of the name. */
  @IsOptional()
  @ValidateNested()
  @Type(() => Logo)
  logo?: Logo;

  /** The small picture in a browser's tab. */
  @IsOptional()
  @Matches(fileName, aFile)
  icon?: string;

  /** Under the masthead; without it, the sections. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => NavigationLink)
  navigation?: NavigationLink[];

  /** At the foot of every page: terms, privacy, imprint. */
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => NavigationLink)
  footer: NavigationLink[] = [];

  @IsOptional()
  @ValidateNested()
  @Type(() => ColoursByLight)
  colours?: ColoursByLight;

  @IsOptional()
  @ValidateNested()
  @Type(() => Fonts)
  fonts?: Fonts;
}
