import { NextResponse } from 'next/server'

/** Meets no request: without this file Next would take the product's, which stands above. */
export const config = { matcher: '/never' }
export const proxy = () => NextResponse.next()
