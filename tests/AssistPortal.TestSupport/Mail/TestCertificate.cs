using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NodaTime;

namespace AssistPortal.TestSupport.Mail;

/// <summary>
/// A certificate for 127.0.0.1 and localhost that nobody trusts who is not told to. Its folder goes when disposed.
/// </summary>
public sealed class TestCertificate : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assistportal-certificate-");

    public TestCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        var now = SystemClock.Instance.GetCurrentInstant().ToDateTimeOffset();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        PathOfCertificate = Path.Combine(Folder, "certificate.pem");
        PathOfBoth = Path.Combine(Folder, "both.pem");
        File.WriteAllText(PathOfCertificate, certificate.ExportCertificatePem() + "\n");
        File.WriteAllText(PathOfBoth, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }

    public string Folder => folder.FullName;

    /// <summary>What a client has to trust.</summary>
    public string PathOfCertificate { get; }

    /// <summary>Certificate and key, for the server.</summary>
    public string PathOfBoth { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
