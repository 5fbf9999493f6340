export const PRODUCT = 'Caseload';

/** As forms name the program that they were filled in with. */
export const VERSION = `${PRODUCT} 0.1.0`;
