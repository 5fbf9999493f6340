/** A form that is called “Form”, with that instance, those binds and that body. */
export function formOf(instance: string, binds: string, body: string): string {
  return `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
      xmlns:jr="http://openrosa.org/javarosa">
    <h:head><h:title>Form</h:title><model><instance>${instance}</instance>
      ${binds}
    </model></h:head>
    <h:body>${body}</h:body>
  </h:html>`;
}
