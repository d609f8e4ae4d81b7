using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace AssistPortal.Web.Composition;

/// <summary>Encrypts data protection keys by a key file: AES-256-GCM, with the nonce before text and tag.</summary>
internal sealed class KeyFileEncryptor(KeyFiles files) : IXmlEncryptor
{
    internal const int NonceOctets = 12;
    internal const int TagOctets = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedText = new byte[NonceOctets + text.Length + TagOctets];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceOctets));
        using var aes = new AesGcm(files.Keys[0], TagOctets);
        aes.Encrypt(
            sealedText.AsSpan(0, NonceOctets),
            text,
            sealedText.AsSpan(NonceOctets, text.Length),
            sealedText.AsSpan(NonceOctets + text.Length));
        CryptographicOperations.ZeroMemory(text);
        return new EncryptedXmlInfo(
            new XElement("encryptedKey", new XElement("value", Convert.ToBase64String(sealedText))),
            typeof(KeyFileDecryptor));
    }
}

/// <summary>Reads them; data protection makes it by the name that stands beside each key.</summary>
internal sealed class KeyFileDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <exception cref="CryptographicException">None of the key files has encrypted it.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var sealedText = Convert.FromBase64String((string)encryptedElement.Element("value")!);
        foreach (var key in services.GetRequiredService<KeyFiles>().Keys)
        {
            if (TryOpen(sealedText, key) is { } text)
            {
                return XElement.Parse(text);
            }
        }

        throw new CryptographicException("No key file that settings name has encrypted this key.");
    }

    private static string? TryOpen(ReadOnlySpan<byte> sealedText, byte[] key)
    {
        const int Around = KeyFileEncryptor.NonceOctets + KeyFileEncryptor.TagOctets;
        var text = new byte[sealedText.Length - Around];
        using var aes = new AesGcm(key, KeyFileEncryptor.TagOctets);
        try
        {
            aes.Decrypt(
                sealedText[..KeyFileEncryptor.NonceOctets],
                sealedText[KeyFileEncryptor.NonceOctets..^KeyFileEncryptor.TagOctets],
                sealedText[^KeyFileEncryptor.TagOctets..],
                text);
            return Encoding.UTF8.GetString(text);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
