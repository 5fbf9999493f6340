/** The namespace of OpenRosa's answers: submission responses and restores. */
export const RESPONSE_NAMESPACE = 'http://openrosa.org/http/response';
