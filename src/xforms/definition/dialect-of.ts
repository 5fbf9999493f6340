import type { XmlElement } from '../../xml/xml-element.ts';
import { attributeOf, childElements, childrenNamed } from '../../xml/xml-element.ts';
import type { Dialect } from '../../xpath/compiled-expression.ts';
import { XFORMS } from './parse-instance.ts';

const CASE_TRANSACTION = 'http://commcarehq.org/case/transaction/v2';
const COMMCARE_NAMESPACE = /^http:\/\/(openrosa\.org\/formdesigner|(dev\.)?commcarehq\.org)\b/;
const COMMCARE_SOURCE =
  /^jr:\/\/(instance\/(session|casedb|ledgerdb|remote|search-input|selected-entities)|fixture\/)/;

/**
 * Whose form it is. CommCare's are known by their namespace, by the instances that only CommCare has, by case blocks, and
 * by having no `id`: ODK's servers know a form by the `id` of its root element, CommCare's by its namespace.
 */
export function dialectOf(model: XmlElement, instance: XmlElement): Dialect {
  const commcare =
    COMMCARE_NAMESPACE.test(instance.namespace) ||
    attributeOf(instance, 'uiVersion') !== undefined ||
    childrenNamed(model, 'instance').some(isOfCommCare) ||
    isKnownByNamespace(instance) ||
    hasCaseBlock(instance);
  return commcare ? 'commcare' : 'odk';
}

function isOfCommCare(instance: XmlElement): boolean {
  return COMMCARE_SOURCE.test(attributeOf(instance, 'src') ?? '');
}

function isKnownByNamespace(instance: XmlElement): boolean {
  const { namespace } = instance;
  return namespace !== '' && namespace !== XFORMS && attributeOf(instance, 'id') === undefined;
}

function hasCaseBlock(element: XmlElement): boolean {
  if (element.name === 'case' && element.namespace === CASE_TRANSACTION) return true;
  return childElements(element).some(hasCaseBlock);
}
