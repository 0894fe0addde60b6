import { z } from 'zod'
import { isCountryCode } from '@/domain/country/country'
import { mainlandProvinceCodes } from '@/domain/country/province'

/** zod: a country or region that must be chosen. */
export const chosenCountry = () =>
  z.string('input.required').min(1, 'input.required').refine(isCountryCode, 'input.not_offered')

/** zod: a province of the mainland; '' is null. */
export const provinceOrNot = () =>
  z
    .string('input.wrong_kind')
    .nullish()
    .transform(value => value || null)
    .refine(value => value === null || mainlandProvinceCodes.includes(value), 'input.not_offered')
