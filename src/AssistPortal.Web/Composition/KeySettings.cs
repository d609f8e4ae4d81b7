namespace AssistPortal.Web.Composition;

/// <summary>
/// Settings under <c>Keys</c>: by what the data protection keys are encrypted that lie in the database. One of
/// certificate and key file, not both.
/// </summary>
internal sealed class KeySettings
{
    /// <summary>A certificate with its private key (RSA), as PKCS#12 (<c>.pfx</c>) or PEM.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>A file that holds nothing but the password of the certificates.</summary>
    public string CertificatePasswordFile { get; set; } = "";

    /// <summary>A file that holds 32 random octets in Base64, as <c>openssl rand -base64 32</c> writes them.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>Certificates by which older keys are encrypted.</summary>
    public IList<string> FormerCertificates { get; } = [];

    /// <summary>Key files by which older keys are encrypted.</summary>
    public IList<string> FormerKeyFiles { get; } = [];

    public bool IsSet => Certificate.Length > 0 || KeyFile.Length > 0;
}
