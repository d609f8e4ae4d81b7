namespace AssistPortal.Web.Composition;

/// <summary>
/// The portal must not start like this. The operator reads the sentences, and nothing else: one for each wrong setting,
/// with its name, what is wrong, and what is allowed.
/// </summary>
public sealed class PortalStartException(params IReadOnlyList<string> sentences)
    : Exception(string.Join(Environment.NewLine, sentences))
{
    public IReadOnlyList<string> Sentences { get; } = sentences;
}
