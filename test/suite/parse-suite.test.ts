import { expect } from 'chai';
import { isSharingAssertion } from '../../src/suite/assertion.ts';
import { parseSuite } from '../../src/suite/parse-suite.ts';
import { parseXml } from '../../src/xml/parse-xml.ts';

function suite(content: string) {
  return parseSuite(parseXml(`<suite version="1">${content}</suite>`, 'suite.xml'), 'suite.xml');
}

describe('parsing a suite', () => {
  it('an entry lists its datums in order, each with what it needs', () => {
    const [entry] = suite(`
      <entry>
        <form>urn:visit</form>
        <command id="m0-f0"><text><locale id="forms.m0f0"/></text></command>
        <session>
          <datum id="case_id" nodeset="instance('casedb')/casedb/case" value="./@case_id"
                 detail-select="m0_short" autoselect="true"/>
          <datum id="case_id_new_child_0" function="uuid()"/>
          <instance-datum id="selected" nodeset="x" value="y" max-select-value="3"/>
        </session>
      </entry>`).entries;
    expect(entry?.kind).to.equal('form');
    expect(entry?.datums.map(({ kind, id }) => [kind, id])).to.deep.equal([
      ['entity', 'case_id'],
      ['computed', 'case_id_new_child_0'],
      ['entity', 'selected'],
    ]);
    expect(entry?.datums[0]).to.include({ autoselect: true, maxSelect: undefined });
    expect(entry?.datums[2]).to.include({ maxSelect: 3 });
  });

  it('an entry without a form is a view', () => {
    const [view] = suite('<view><command id="list"><text>All</text></command></view>').entries;
    expect(view).to.include({ kind: 'view', xmlns: undefined });
  });

  it('the sharing assertion is told by the key of its text', () => {
    const [entry] = suite(`
      <entry><form>urn:a</form><command id="a"/>
        <assertions>
          <assert test="count(instance('groups')/groups/group) = 1">
            <text><locale id="case_sharing.exactly_one_group"/></text>
          </assert>
          <assert test="true()"><text>Custom</text></assert>
        </assertions>
      </entry>`).entries;
    expect(entry?.assertions.map(isSharingAssertion)).to.deep.equal([true, false]);
  });

  it('what stands in a value is plain text', () => {
    const [menu] = suite(
      '<menu id="m0"><text><value>jr://file/icon.png</value></text></menu>',
    ).menus;
    expect(menu?.display.text).to.deep.equal({ kind: 'plain', text: 'jr://file/icon.png' });
  });

  it('a text of words and expressions is a mixture, with its variables', () => {
    const [menu] = suite(`
      <menu id="m0"><text>Due: <xpath function="$when">
        <variable name="when"><locale id="soon"><argument>2</argument></locale></variable>
      </xpath></text></menu>`).menus;
    expect(menu?.display.text).to.deep.equal({
      kind: 'mixture',
      parts: [
        { kind: 'plain', text: 'Due:' },
        {
          kind: 'xpath',
          source: '$when',
          variables: [
            {
              name: 'when',
              text: { kind: 'locale', key: 'soon', arguments: [{ kind: 'plain', text: '2' }] },
            },
          ],
        },
      ],
    });
  });

  it('blanks sort first where a column ascends, and last otherwise, unless the suite says so', () => {
    const sorts = [
      '<sort direction="ascending"/>',
      '<sort direction="descending"/>',
      '<sort/>',
      '<sort direction="ascending" blanks="last"/>',
      '<sort direction="descending" blanks="first"/>',
    ];
    const [detail] = suite(
      `<detail id="d">${sorts.map((sort) => `<field>${sort}</field>`).join('')}</detail>`,
    ).details;
    expect(detail?.fields.map(({ sort }) => sort?.blanksLast)).to.deep.equal([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('a broken block is left out and told with its line; its neighbours stay', () => {
    const { entries, menus, problems } = suite(
      '\n<entry><form>urn:a</form></entry>\n<menu/>\n<menu id="m1"/>\n' +
        '<entry><command id="b"/><stack><fly/></stack></entry>',
    );
    expect(entries).to.have.lengthOf(0);
    expect(menus.map(({ id }) => id)).to.deep.equal(['m1']);
    expect(problems.map(({ line, message }) => [line, message])).to.deep.equal([
      [2, '<entry> has no <command>'],
      [3, '<menu> has no id'],
      [5, '<fly> cannot stand in a stack'],
    ]);
  });

  it('what later versions add is left aside', () => {
    expect(suite('<hologram/><media path="x"/>').problems).to.deep.equal([]);
  });
});
