using System.Text;
using QRCoder;

namespace AssistPortal.Web.Features.Accounts.Own;

/// <summary>An authenticator that is being set up.</summary>
/// <param name="Key">Its key, in base 32.</param>
/// <param name="Account">As the authenticator calls the account.</param>
/// <param name="Carried">The key on its way through the form, encrypted.</param>
public sealed record NewAuthenticator(string Key, string Account, string Carried)
{
    private const string Issuer = "AssistPortal";
    private const int PixelsPerModule = 5;

    /// <summary>What authenticators open and scan.</summary>
    public string Address =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(Account)}?secret={Key}&issuer={Issuer}&digits=6&period=30";

    /// <summary>The key to be typed, in groups of four.</summary>
    public string Readable => string.Join(' ', Key.Chunk(4).Select(group => new string(group)));

    /// <summary>The address as a picture, for an image's source.</summary>
    public string Picture()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        var svg = code.GetGraphic(PixelsPerModule);
        return $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}";
    }
}
