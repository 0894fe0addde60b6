/** The dictionaries of opencc-js one by one: "from to|from to|…". The package types only its converters. */
declare module 'opencc-js/dict/*' {
  const pairs: string
  export default pairs
}
