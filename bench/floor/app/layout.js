export const metadata = { title: 'Floor' }

export default function Layout({ children }) {
  return (
    <html lang="zh-Hans">
      <body>{children}</body>
    </html>
  )
}
