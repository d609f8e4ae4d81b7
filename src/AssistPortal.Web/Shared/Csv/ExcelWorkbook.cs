namespace AssistPortal.Web.Shared.Csv;

/// <summary>What people upload in place of a CSV file.</summary>
internal static class ExcelWorkbook
{
    // A zip archive (.xlsx), and what workbooks were before (.xls).
    private static readonly byte[][] Beginnings = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]];

    /// <summary>Whether a file is one, by how it begins; it can be read from its beginning afterwards.</summary>
    public static async Task<bool> IsAsync(Stream content, CancellationToken cancellationToken)
    {
        var beginning = new byte[Beginnings[0].Length];
        var read = await content.ReadAtLeastAsync(
            beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        return read == beginning.Length && Array.Exists(Beginnings, known => known.AsSpan().SequenceEqual(beginning));
    }
}
