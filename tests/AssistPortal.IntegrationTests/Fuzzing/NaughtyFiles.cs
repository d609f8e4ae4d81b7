using System.Text;

namespace AssistPortal.IntegrationTests.Fuzzing;

/// <summary>Bodies of several parts, and files in them, that nobody should send; each octet a character.</summary>
/// <param name="random">Decides.</param>
internal sealed class NaughtyFiles(Random random)
{
#pragma warning disable CA5394 // Nobody has to be unable to guess it.
    private const string Header =
        "Site,HostId,HostEmail,Topic,MeetingNumber,MeetingUrl,StartDate,StartTime,TimeZone,DurationMinutes";

    private static readonly string[] Types =
    [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=other", "multipart/form-data; boundary=\"edge", "multipart/mixed; boundary=edge",
        "multipart/form-data; boundary=edge; boundary=other", "multipart/form-data; boundary=edge; charset=utf-16",
        "Multipart/Form-Data; Boundary=edge", $"multipart/form-data; boundary={new string('x', 71)}",
        "multipart/form-data; boundary=王", "multipart/form-data; boundary=edge\t", "multipart/; boundary=edge",
    ];

    private static readonly string[] PartHeads =
    [
        "", "Content-Disposition: form-data", "Content-Disposition: attachment; name=File; filename=x",
        "Content-Disposition: form-data; name=", "Content-Disposition: form-data; name=\"File",
        "Content-Disposition: form-data; name=File; filename*=utf-8''%zz", "Content-Disposition: ;;;",
        "Content-Disposition: form-data; name=File; filename=\"..\\..\\x.csv\"",
        "Content-Disposition: form-data; name=File; filename=\"\"",
        "Content-Disposition: form-data; name=File\r\nContent-Disposition: form-data; name=Topic",
        "Content-Disposition: form-data; name=File\r\nContent-Type: text/plain; charset=utf-7",
        "Content-Disposition: form-data; name=File\r\nContent-Type: ;",
        "Content-Disposition: form-data; name=File\r\nContent-Transfer-Encoding: base64",
        "Content-Disposition: form-data; name=File; filename=f\r\nContent-Type: multipart/mixed; boundary=edge",
        $"Content-Disposition: form-data; name=File; filename=\"{new string('n', 5000)}\"",
        $"Content-Disposition: form-data; name={new string('n', 3000)}", $"X: {new string('x', 20_000)}",
        string.Join("\r\n", Enumerable.Range(0, 60).Select(number => $"X{number}: y")), "no header at all",
        "Content-Disposition : form-data; name=File", ": form-data",
    ];

    private static readonly string[] Files =
    [
        "", "\u00ef\u00bb\u00bf", "\u00ff\u00fe\0S\0i", "\u00c3(,\u00a0\u00a1", "\0\0\0", "\"", "\"\"\"", "a\"b,c",
        "Site\r\nx", Header, Header + "\r", Header + "\n\n\n", $"{Header},{Header}",
        Header.ToLowerInvariant() + "\n1,2",
        Header.Replace(',', ';') + "\n;", Header + "\n\"unclosed", Header + "\n" + new string(',', 3000),
        Header + "\n" + new string('x', 200_000), string.Concat(Enumerable.Repeat(Header + "\n", 3000)),
        new string(',', 20_000), new string('\n', 50_000), "PK\u0003\u0004", "%PDF-1.7", "<svg onload=alert(1)>",
        "=1+1,@x\n-1,+1",
    ];

    /// <summary>A form with a file, of which at most something is wrong.</summary>
    /// <param name="fields">Its fields.</param>
    /// <returns>The type that it says it has, and its body.</returns>
    public (string Type, string Body) Form(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var body = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            Add(body, $"Content-Disposition: form-data; name=\"{Octets(name)}\"", Octets(value));
        }

        var file = random.Next(3) == 0 ? Row() : Any(Files);
        Add(body, "Content-Disposition: form-data; name=File; filename=f.csv\r\nContent-Type: text/csv", file);
        body.Append("--edge--\r\n");
        var type = "multipart/form-data; boundary=edge";
        switch (random.Next(9))
        {
            case 0:
                type = Octets(Any(Types));
                break;
            case 1:
                body.Length = random.Next(body.Length);
                break;
            case 2:
                Add(body.Remove(body.Length - 10, 10), Any(PartHeads), file);
                body.Append("--edge--\r\n");
                break;
            case 3:
                body.Insert(0, $"--edge\r\n{Any(PartHeads)}\r\n\r\n{file}\r\n");
                break;
            case 4:
                body.Replace("\r\n", "\n");
                break;
            case 5:
                body.Insert(random.Next(body.Length), "--edge\r\n");
                break;
            default:
                break;
        }

        return (type, body.ToString());
    }

    /// <summary>The right columns, with values that are hardly right.</summary>
    private string Row() => $"{Header}\n{string.Join(',', Header.Split(',').Select(_ => Cell()))}";

    private string Cell() =>
        $"\"{Octets(Any(NaughtyTexts.Values)).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Add(StringBuilder body, string head, string content) =>
        body.Append("--edge\r\n").Append(head).Append("\r\n\r\n").Append(content).Append("\r\n");

    private static string Octets(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private T Any<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
#pragma warning restore CA5394
}
