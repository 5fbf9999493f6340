export const browserRemedy: string;
export const browserArguments: string[];
export function findBrowser(): string | undefined;
export function ensureBrowser(): Promise<string>;
