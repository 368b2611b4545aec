package io.fortnoxconnector.sandbox.register;

import io.fortnoxconnector.sandbox.http.Answer;

/** A page with one line of text, as a PDF 1.4. */
final class Pdf {
  /** Four bytes beyond ASCII, by which programs see that a PDF is binary. */
  private static final String BINARY = "%\u00e2\u00e3\u00cf\u00d3\n";

  private Pdf() {}

  static Answer of(String text) {
    var content = "BT /F1 18 Tf 72 720 Td (" + text.replaceAll("[()\\\\]", "") + ") Tj ET";
    var objects =
        new String[] {
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
              + " /Resources << /Font << /F1 5 0 R >> >> >>",
          "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream",
          "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
    var pdf = new StringBuilder("%PDF-1.4\n" + BINARY);
    var places = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.length; i++) {
      places.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    var xref = pdf.length();
    pdf.append("xref\n0 ").append(objects.length + 1).append('\n').append(places);
    pdf.append("trailer\n<< /Size ").append(objects.length + 1).append(" /Root 1 0 R >>\n");
    pdf.append("startxref\n").append(xref).append("\n%%EOF\n");
    return Answer.bytes("application/pdf", pdf.toString());
  }
}
