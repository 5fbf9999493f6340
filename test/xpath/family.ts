/** The tree that the tables of expressions are about. */
export const FAMILY = `<data version="3">
  <title>Family</title><total>7</total><empty/><date>2026-03-01</date><list>a c d</list><key>k2</key>
  <child id="k1" sex="f"><name>Ada</name><age>11</age><toy kind="ball">red</toy><toy kind="car">blue</toy></child>
  <child id="k2" sex="m"><name>Ben</name><age>8</age></child>
  <child id="k3" sex="f"><name>Cleo</name><age/><toy kind="doll">green</toy></child>
  <orx:meta xmlns:orx="http://openrosa.org/xforms"><orx:instanceID>uuid:1</orx:instanceID></orx:meta>
</data>`;
