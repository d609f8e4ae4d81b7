using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Accounts;

public sealed class MailChoiceInput
{
    public const string Single = "single";
    public const string Digest = "digest";

    public string? Delivery { get; set; }

    /// <summary>Null where neither is chosen.</summary>
    public bool? WantsDigest => Tolerant.Code(Delivery).ToLowerInvariant() switch
    {
        Single => false,
        Digest => true,
        _ => null,
    };

    public static string Of(bool wantsDigest) => wantsDigest ? Digest : Single;
}
