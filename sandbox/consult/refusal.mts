/** Something a customer or an agent cannot do just now. The message says why, to whoever steers the sandbox. */
export class ConsultRefusal extends Error {}
