// A plugin for the bundler: no minifier looks into the style sheets of lit, which are templates in the sources.

/** Takes comments and needless space out of the templates of style sheets. */
export const shortenStyles = {
  name: 'shorten-styles',
  enforce: 'pre',
  transform: {
    filter: { id: /\.styles\.ts$|tokens\.ts$/ },
    // Nobody steps through a style sheet: without a map, the others stay right.
    handler: (code) => ({ code: code.replace(/\bcss`[^`]*`/g, shortened), map: { mappings: '' } }),
  },
};

function shortened(template) {
  return template
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}');
}
