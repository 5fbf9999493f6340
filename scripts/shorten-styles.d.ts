/** The plugin for the bundler. */
export const shortenStyles: {
  readonly transform: { readonly handler: (code: string) => { readonly code: string } };
};
