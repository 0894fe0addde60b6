'use server'
import { enter, enterDemo, type SignInState } from '@/access/door'

export async function signInAction(_: SignInState | null, form: FormData): Promise<SignInState | null> {
  return enter(form)
}

export async function demoAction(_: SignInState | null, form: FormData): Promise<SignInState | null> {
  return enterDemo(form)
}
