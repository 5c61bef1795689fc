import type { SettingName, Settings } from '../settings/settings.ts';

/** What German law asks of an imprint and of a privacy page. */
const needed = ['OPERATOR_NAME', 'OPERATOR_ADDRESS', 'OPERATOR_EMAIL'] as const satisfies SettingName[];

/** Settings without which the hub may not go public: imprint and privacy page would name nobody. */
export const missingOfOperator = (settings: Settings): readonly (typeof needed)[number][] =>
  needed.filter((name) => settings[name] === '');

/** The lines of a postal address or of somebody to write to. */
export const linesOf = (setting: string): string[] =>
  setting
    .split(',')
    .map((line) => line.trim())
    .filter(Boolean);
