using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>The data protection keys in the database, and by what they are encrypted there.</summary>
public sealed class KeyTests : IDisposable
{
    private readonly PortalFolder folder = new();
    private readonly PortalFolder secrets = new();

    public void Dispose()
    {
        folder.Dispose();
        secrets.Dispose();
    }

    [Fact]
    public async Task Keys_are_encrypted_by_what_settings_name_older_ones_too_and_sessions_go_on()
    {
        CookieContainer cookies;
        using (var plain = With())
        {
            using var browser = plain.CreatePortalClient();
            await browser.SignInAsync(Journeys.Host);
            cookies = browser.Cookies;
            Assert.Contains(
                plain.Log.Lines,
                line => (line.Level, line.Message) == (LogLevel.Warning, KeyHealthCheck.Remark));
            var ready = await browser.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.OK, ready.Status);
            Assert.Equal($"Healthy\nkeys: Healthy. {KeyHealthCheck.Remark}", ready.Source);
            Assert.Contains("requiresEncryption", await KeysAsync(plain), StringComparison.Ordinal);
        }

        var file = Path.Combine(secrets.Path, "key");
        await File.WriteAllTextAsync(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) + "\n");
        using (var byFile = With(("Keys:KeyFile", file)))
        {
            using var browser = new PortalClient(byFile, cookies);
            Assert.Equal("/resources", (await browser.GetAsync("/")).Path);
            Assert.Equal("Healthy", (await browser.GetAsync("/health/ready")).Source);
            Assert.DoesNotContain("requiresEncryption", await KeysAsync(byFile), StringComparison.Ordinal);
            Assert.DoesNotContain(byFile.Log.Lines, line => line.Message == KeyHealthCheck.Remark);
        }

        var certificate = Certificate();
        using (var byCertificate = With(("Keys:Certificate", certificate), ("Keys:FormerKeyFiles:0", file)))
        {
            using var browser = new PortalClient(byCertificate, cookies);
            Assert.Equal("/resources", (await browser.GetAsync("/")).Path);

            // A key that is made now is encrypted by the certificate.
            await byCertificate.InDatabaseAsync(db => db.DataProtectionKeys.ExecuteDeleteAsync());
        }

        using var anew = With(("Keys:Certificate", certificate));
        using (var browser = anew.CreatePortalClient())
        {
            await browser.SignInAsync(Journeys.Host);
            cookies = browser.Cookies;
            var keys = await KeysAsync(anew);
            Assert.Contains("EncryptedXmlDecryptor", keys, StringComparison.Ordinal);
            Assert.DoesNotContain("requiresEncryption", keys, StringComparison.Ordinal);
        }

        using var later = With(("Keys:KeyFile", file), ("Keys:FormerCertificates:0", certificate));
        using var again = new PortalClient(later, cookies);
        Assert.Equal("/resources", (await again.GetAsync("/")).Path);
    }

    [Fact]
    public async Task A_file_that_holds_no_key_ends_the_start_with_the_name_of_its_setting()
    {
        var file = Path.Combine(secrets.Path, "key");
        await File.WriteAllTextAsync(file, "short");
        foreach (var (setting, value, sentence) in new[]
        {
            ("Keys:KeyFile", file, "Keys:KeyFile names a file that"),
            ("Keys:KeyFile", "/no/such/file", "Keys:KeyFile names a file that can't be read"),
            ("Keys:Certificate", file, "Keys:Certificate names a file that can't be read"),
            ("Keys:FormerKeyFiles:0", file, "Keys:FormerKeyFiles:0 names"),
        })
        {
            using var portal = With((setting, value));
            var wrong = Assert.Throws<PortalStartException>(() => portal.Services);
            Assert.StartsWith(sentence, Assert.Single(wrong.Sentences), StringComparison.Ordinal);
        }
    }

    private static Task<string> KeysAsync(PortalFactory portal) => portal.InDatabaseAsync(
        async db => string.Join('\n', await db.DataProtectionKeys.Select(key => key.Xml).ToListAsync()));

    private PortalFactory With(params (string Name, string Value)[] settings) => PortalFactory.With(new PortalSetup
    {
        Environment = Environments.Production,
        Folder = folder,
        Settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal),
    });

    private string Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
#pragma warning disable RS0030 // Certificates go by this machine's time.
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
#pragma warning restore RS0030
        var file = Path.Combine(secrets.Path, "keys.pem");
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return file;
    }
}
