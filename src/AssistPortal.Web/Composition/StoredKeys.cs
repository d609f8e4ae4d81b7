using System.Xml.Linq;
using AssistPortal.Data;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AssistPortal.Web.Composition;

/// <summary>The data protection keys in the database.</summary>
internal sealed class StoredKeys(PortalDbContext db, IOptions<KeyManagementOptions> options)
{
    // As the framework writes them: XmlKeyManager encrypts what is marked.
    private static readonly XNamespace Protection = "http://schemas.asp.net/2015/03/dataProtection";
    private static readonly XName Mark = Protection + "requiresEncryption";

    /// <summary>
    /// Encrypts the keys that were made before settings named by what: they hold for 90 days. Nothing where nothing is
    /// named.
    /// </summary>
    /// <returns>How many.</returns>
    public async Task<int> EncryptPlainAsync(CancellationToken cancellationToken)
    {
        if (options.Value.XmlEncryptor is not { } encryptor)
        {
            return 0;
        }

        var encrypted = 0;
        foreach (var row in await db.DataProtectionKeys.ToListAsync(cancellationToken))
        {
            var key = XElement.Parse(row.Xml!);
            var plain = key.Descendants().Where(element => (bool?)element.Attribute(Mark) == true).ToList();
            foreach (var element in plain)
            {
                var hidden = encryptor.Encrypt(new XElement(element));
                element.ReplaceWith(new XElement(
                    Protection + "encryptedSecret",
                    new XAttribute("decryptorType", hidden.DecryptorType.AssemblyQualifiedName!),
                    hidden.EncryptedElement));
            }

            if (plain.Count > 0)
            {
                row.Xml = key.ToString(SaveOptions.DisableFormatting);
                encrypted++;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return encrypted;
    }
}
