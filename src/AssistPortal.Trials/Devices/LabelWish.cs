namespace AssistPortal.Trials.Devices;

/// <summary>A new return label that somebody asks for.</summary>
/// <param name="PostalAddress">Where it is posted to.</param>
/// <param name="WithPackaging">Whether the packaging was lost too.</param>
public sealed record LabelWish(string PostalAddress, bool WithPackaging)
{
    public const string LabelOnly = "label-only";
    public const string LabelAndPackaging = "label-and-packaging";

    /// <summary>What the request says in no language: pages and mails put it into words.</summary>
    internal string Code => WithPackaging ? LabelAndPackaging : LabelOnly;
}
