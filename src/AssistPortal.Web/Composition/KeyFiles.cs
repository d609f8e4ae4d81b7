namespace AssistPortal.Web.Composition;

/// <summary>The keys that files hold: the first one encrypts, all of them decrypt.</summary>
internal sealed record KeyFiles(IReadOnlyList<byte[]> Keys)
{
    public const int KeyOctets = 32;
}
