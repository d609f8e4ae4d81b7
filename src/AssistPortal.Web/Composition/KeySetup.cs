using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AssistPortal.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace AssistPortal.Web.Composition;

/// <summary>Data protection: its keys lie in the database, encrypted by what <see cref="KeySettings"/> name.</summary>
internal static class KeySetup
{
    /// <summary>Of new keys: one pass over cookies and tokens where the usual ones take two.</summary>
    private static readonly AuthenticatedEncryptorConfiguration Algorithms =
        new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM };

    /// <exception cref="PortalStartException">What a setting names can't be used.</exception>
    public static void AddPortalKeys(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Keys").Get<KeySettings>() ?? new KeySettings();
        var services = builder.Services;
        services.AddSingleton(settings).AddScoped<StoredKeys>();
        var protection = services.AddDataProtection()
            .SetApplicationName("AssistPortal")
            .PersistKeysToDbContext<PortalDbContext>()
            .UseCryptographicAlgorithms(Algorithms);
        if (settings is { Certificate.Length: > 0, KeyFile.Length: > 0 })
        {
            throw new PortalStartException("Keys:Certificate and Keys:KeyFile are both set; allowed is one of them.");
        }

        var password = settings.CertificatePasswordFile.Length == 0
            ? null
            : Read("Keys:CertificatePasswordFile", () => File.ReadAllText(settings.CertificatePasswordFile).Trim());
        var certificates = settings.FormerCertificates
            .Select((path, index) => Certificate($"Keys:FormerCertificates:{index}", path, password))
            .ToList();
        if (settings.Certificate.Length > 0)
        {
            var certificate = Certificate("Keys:Certificate", settings.Certificate, password);
            certificates.Add(certificate);
            protection.ProtectKeysWithCertificate(certificate);
        }

        protection.UnprotectKeysWithAnyCertificate([.. certificates]);
        var keys = new KeyFiles([
            .. settings.KeyFile.Length > 0 ? new[] { Key("Keys:KeyFile", settings.KeyFile) } : [],
            .. settings.FormerKeyFiles.Select((path, index) => Key($"Keys:FormerKeyFiles:{index}", path)),
        ]);
        services.AddSingleton(keys);
        if (settings.KeyFile.Length > 0)
        {
            services.Configure<KeyManagementOptions>(options => options.XmlEncryptor = new KeyFileEncryptor(keys));
        }
    }

    private static X509Certificate2 Certificate(string setting, string path, string? password)
    {
        var certificate = Read(setting, () => File.ReadAllText(path).Contains("-----BEGIN", StringComparison.Ordinal)
            ? password is null
                ? X509Certificate2.CreateFromPemFile(path)
                : X509Certificate2.CreateFromEncryptedPemFile(path, password)
            : X509CertificateLoader.LoadPkcs12FromFile(path, password));
        return certificate.GetRSAPrivateKey() is not null
            ? certificate
            : throw new PortalStartException(
                $"{setting} names a certificate without a private RSA key; allowed is a PKCS#12 or PEM file that holds "
                + "both.");
    }

    private static byte[] Key(string setting, string path)
    {
        var key = Read(setting, () => Convert.FromBase64String(File.ReadAllText(path).Trim()));
        return key.Length == KeyFiles.KeyOctets
            ? key
            : throw new PortalStartException(
                $"{setting} names a file that holds no key; allowed are {KeyFiles.KeyOctets} random octets in Base64, "
                + $"as “openssl rand -base64 {KeyFiles.KeyOctets}” writes them.");
    }

    private static T Read<T>(string setting, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException
            or FormatException or ArgumentException)
        {
            throw new PortalStartException(
                $"{setting} names a file that can't be read ({fault.GetType().Name}); allowed is one that the portal "
                + "may read and that holds what the setting is for.");
        }
    }
}
