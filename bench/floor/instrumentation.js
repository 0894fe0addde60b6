/** Says nothing: without this file Next would take the product's, which stands above. */
export function register() {}
