namespace AssistPortal.TestSupport.Mail;

/// <summary>Texts of one line that mails have got wrong.</summary>
public static class AwkwardTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Plain words",
        "\"Bob\" <evil@x.example>, \"x",
        "Back\\slash \\\" end\\",
        "王\"小明\", 會議協助 🎉",
        "שלום עולם, مرحبا",
        "Zoë; Ünal: (comment) @home",
        new string('n', 500),
        string.Concat(Enumerable.Repeat("會議協助🎉", 100)),
        string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 45)),
        string.Join(' ', Enumerable.Repeat("word", 100)),
    ];
}
