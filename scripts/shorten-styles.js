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

/** What is filled in keeps the space around it: `calc(${a} - 1px)` is nothing without. */
function shortened(template) {
  const filledIn = [];
  const marked = template.replace(/\$\{[^}]*\}/g, (part) => `\0${filledIn.push(part) - 1}\0`);
  return withoutSpace(marked).replace(/\0(\d+)\0/g, (_, at) => filledIn[at]);
}

function withoutSpace(template) {
  return template
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}');
}
