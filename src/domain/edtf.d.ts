declare module 'edtf' {
  interface Extended {
    readonly type: string
    readonly min: number
    readonly max: number
    readonly edtf: string
  }
  export default function edtf(text: string): Extended
}
